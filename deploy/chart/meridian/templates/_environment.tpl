{{/* What each service is told. Takes a dict of root, name, service and database. */}}

{{- define "meridian.kafkaEnvironment" -}}
{{- $k := .root.Values.kafka -}}
- {name: KAFKA_BOOTSTRAP_SERVERS, value: {{ required "kafka.bootstrapServers: where is Kafka?" $k.bootstrapServers | quote }}}
- {name: KAFKA_SECURITY_PROTOCOL, value: {{ $k.security.protocol }}}
{{- if hasPrefix "SASL" $k.security.protocol }}
- {name: KAFKA_SASL_MECHANISM, value: {{ required "kafka.security.saslMechanism: which one?" $k.security.saslMechanism }}}
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef:
      name: {{ include "meridian.kafkaSecret" . }}
      key: sasl.jaas.config
{{- end }}
{{- if hasSuffix "SSL" $k.security.protocol }}
- {name: KAFKA_SSL_TRUSTSTORE_TYPE, value: PEM}
- {name: KAFKA_SSL_TRUSTSTORE_LOCATION, value: /etc/meridian/kafka/ca.crt}
{{- end }}
{{- end -}}

{{/* The Secret that holds a client's sasl.jaas.config. */}}
{{- define "meridian.kafkaSecret" -}}
{{- if .root.Values.kafka.strimzi.users -}}
{{ include "meridian.name" . }}
{{- else -}}
{{ required (printf "kafka.security.existingSecrets.%s: which Secret has its sasl.jaas.config?" .name) (get .root.Values.kafka.security.existingSecrets .name) }}
{{- end -}}
{{- end -}}

{{- define "meridian.environment" -}}
{{- $v := .root.Values -}}
{{- $at := printf "postgresql://%s:%v/%s" .database.host .database.port .database.name -}}
- {name: QUARKUS_DATASOURCE_REACTIVE_URL, value: {{ $at | quote }}}
{{- if .database.ca }}
- {name: QUARKUS_DATASOURCE_JDBC_URL, value: "jdbc:{{ $at }}?sslmode=verify-full&sslrootcert=/etc/meridian/database/ca.crt"}
- {name: QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE, value: verify-full}
- {name: QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM, value: HTTPS}
- {name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM, value: "true"}
- {name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS, value: /etc/meridian/database/ca.crt}
{{- else }}
- {name: QUARKUS_DATASOURCE_JDBC_URL, value: "jdbc:{{ $at }}"}
{{- end }}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom: {secretKeyRef: {name: {{ .database.secret }}, key: username}}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .database.secret }}, key: password}}
{{ include "meridian.kafkaEnvironment" . }}
- {name: MP_JWT_VERIFY_ISSUER, value: {{ required "jwt.issuer: whose tokens are believed?" $v.jwt.issuer | quote }}}
- {name: MP_JWT_VERIFY_AUDIENCES, value: {{ $v.jwt.audience | quote }}}
- {name: SMALLRYE_JWT_TIME_TO_LIVE, value: {{ $v.jwt.longestLife | int64 | quote }}}
{{- if $v.jwt.jwksUrl }}
- {name: MP_JWT_VERIFY_PUBLICKEY_LOCATION, value: {{ $v.jwt.jwksUrl | quote }}}
{{- else if $v.jwt.existingSecret }}
- {name: MP_JWT_VERIFY_PUBLICKEY_LOCATION, value: "file:/etc/meridian/jwt/public.pem"}
{{- else }}
{{- fail "jwt.jwksUrl or jwt.existingSecret: with which key are tokens checked?" }}
{{- end }}
- name: MERIDIAN_AUDIT_SIGNING_KEY
  valueFrom:
    secretKeyRef:
      name: {{ required "auditKey.existingSecret: what signs the heads of the audit log?" $v.auditKey.existingSecret }}
      key: key
{{- if or (eq .name "escalation") (eq .name "handoff") }}
- name: MERIDIAN_SEALING_KEYS
  valueFrom:
    secretKeyRef:
      name: {{ required "sealingKey.existingSecret: what seals secrets in the databases?" $v.sealingKey.existingSecret }}
      key: key
{{- end }}
{{- if eq .name "handoff" }}
- {name: MERIDIAN_LEADERSHIP_BY, value: {{ $v.leadership.by }}}
{{- if eq $v.leadership.by "lease" }}
- {name: MERIDIAN_LEADERSHIP_LEASE_NAME, value: {{ include "meridian.name" (dict "root" .root "name" "leader") }}}
- {name: MERIDIAN_LEADERSHIP_LEASE_DURATION, value: {{ $v.leadership.leaseDuration | quote }}}
{{- end }}
{{ include "meridian.notificationEnvironment" . }}
{{- end }}
{{- with $v.monitoring.traces.endpoint }}
- {name: QUARKUS_OTEL_SDK_DISABLED, value: "false"}
- {name: QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ . | quote }}}
{{- end }}
{{- range $name, $value := .service.env }}
- {name: {{ $name }}, value: {{ $value | quote }}}
{{- end }}
{{- end -}}

{{- define "meridian.notificationEnvironment" -}}
{{- $n := .root.Values.notifications -}}
{{- $i := .root.Values.ingress -}}
{{- $own := ternary (printf "%s://%s" (ternary "http" "https" (empty $i.tlsSecret)) $i.host) "" (and $i.enabled (not (empty $i.host))) -}}
{{- with $n.linkBase | default $own -}}
- {name: MERIDIAN_NOTIFICATIONS_LINK_BASE, value: {{ . | quote }}}
{{- end }}
{{- with $n.smtp.host }}
- {name: MERIDIAN_NOTIFICATIONS_SMTP_HOST, value: {{ . | quote }}}
- {name: MERIDIAN_NOTIFICATIONS_SMTP_PORT, value: {{ $n.smtp.port | quote }}}
- {name: MERIDIAN_NOTIFICATIONS_SMTP_FROM, value: {{ required "notifications.smtp.from: who sends the mails?" $n.smtp.from | quote }}}
- {name: MERIDIAN_NOTIFICATIONS_SMTP_START_TLS, value: {{ $n.smtp.startTls }}}
{{- with $n.smtp.existingSecret }}
- name: MERIDIAN_NOTIFICATIONS_SMTP_USERNAME
  valueFrom: {secretKeyRef: {name: {{ . }}, key: username}}
- name: MERIDIAN_NOTIFICATIONS_SMTP_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ . }}, key: password}}
{{- end }}
{{- end }}
{{- with $n.webhookSecret.existingSecret }}
- name: MERIDIAN_NOTIFICATIONS_WEBHOOK_SECRET
  valueFrom: {secretKeyRef: {name: {{ . }}, key: secret}}
{{- end }}
{{- with $n.webhookAllowedHosts }}
- {name: MERIDIAN_NOTIFICATIONS_WEBHOOK_ALLOWED_HOSTS, value: {{ join "," . | quote }}}
{{- end }}
{{- end -}}

{{/* The Secret with the certificate (ca.crt) by which Kafka's is checked. */}}
{{- define "meridian.kafkaCa" -}}
{{- $k := .Values.kafka -}}
{{- if $k.security.caSecret -}}
{{ $k.security.caSecret }}
{{- else if $k.strimzi.cluster -}}
{{ $k.strimzi.cluster }}-cluster-ca-cert
{{- else -}}
{{- fail "kafka.security.caSecret: which Secret has the certificate (ca.crt) that Kafka's is checked with?" -}}
{{- end -}}
{{- end -}}
