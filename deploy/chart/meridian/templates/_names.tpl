{{/* Names and labels. "service" helpers take a dict of root (the chart's scope) and name (customer, escalation, …). */}}

{{- define "meridian.name" -}}
{{ printf "%s-%s" (trunc 40 .root.Release.Name | trimSuffix "-") .name }}
{{- end -}}

{{- define "meridian.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{- define "meridian.labels" -}}
{{ include "meridian.selector" . }}
app.kubernetes.io/part-of: meridian
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "meridian.image" -}}
{{ with .root.Values.image.registry }}{{ . | trimSuffix "/" }}/{{ end }}meridian/{{ .image }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end -}}

{{/* What a service is set to: its own values over those of all, as YAML. */}}
{{- define "meridian.service" -}}
{{ mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (index .root.Values.services .name)) | toYaml }}
{{- end -}}

{{/* Where a service's database is, as YAML: host, port, name, secret, and with TLS the Secret of its authority. */}}
{{- define "meridian.database" -}}
{{- $d := .service.database -}}
{{- if .root.Values.databases.cloudnative.enabled }}
host: {{ include "meridian.name" . }}-db-rw
port: 5432
name: {{ .name }}
secret: {{ include "meridian.name" . }}-db-app
ca: {{ include "meridian.name" . }}-db-ca
{{- else }}
host: {{ required (printf "services.%s.database.host (or defaults.database.host): where is its PostgreSQL?" .name) $d.host }}
port: {{ $d.port }}
name: {{ $d.name | default .name }}
secret: {{ required (printf "services.%s.database.existingSecret: which Secret has its username and password?" .name) $d.existingSecret }}
ca: {{ $d.caSecret | quote }}
{{- end }}
{{- end -}}

{{/* Pod Security Standard "restricted": no value can weaken it. */}}
{{- define "meridian.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{- define "meridian.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}
