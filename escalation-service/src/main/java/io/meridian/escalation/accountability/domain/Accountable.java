package io.meridian.escalation.accountability.domain;

/** Who answers for an escalation: the TAM's id and name, and the region in which they hold it. */
public record Accountable(String id, String name, String region) {}
