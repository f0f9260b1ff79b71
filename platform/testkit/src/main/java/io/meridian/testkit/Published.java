package io.meridian.testkit;

import io.meridian.events.Event;
import java.util.Map;
import java.util.UUID;

/**
 * One event as it lies in the log.
 *
 * @param id CloudEvents id
 * @param event the decoded body
 * @param key the record's key
 * @param headers every header, the last of each name
 * @param partition where it lies
 * @param offset its place in the partition
 */
public record Published(
    UUID id, Event event, String key, Map<String, String> headers, int partition, long offset) {}
