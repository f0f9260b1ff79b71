package io.meridian.escalation.intake.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The fields of ServiceNow's table that our contract names; for the API's description only. */
@Schema(name = "ServiceNowIncident")
record ServiceNowFields(
    @Schema(required = true, examples = "46a1c2b4c0a8016400d6f2a3c9f0e1d2") String sys_id,
    @Schema(examples = "INC0010042") String number,
    @Schema(examples = "Checkout is down") String short_description,
    String description,
    @Schema(
            required = true,
            examples = "2",
            description = "1 New, 2 In Progress, 3 On Hold, 6 Resolved, 7 Closed, 8 Canceled")
        String state,
    @Schema(examples = "1", description = "1 Critical to 5 Planning") String priority,
    @Schema(examples = "1") String impact,
    @Schema(examples = "1") String urgency,
    @Schema(required = true, examples = "3", description = "Orders the incident's messages")
        String sys_mod_count,
    @Schema(examples = "2026-03-08 07:00:00") String sys_updated_on,
    @Schema(examples = "2026-03-08 06:40:00") String opened_at,
    @Schema(examples = "acme", description = "The customer's id in any system") String company,
    String category,
    String assignment_group,
    String assigned_to,
    @Schema(examples = "https://acme.service-now.com/incident.do?sys_id=46a1") String url) {}
