package io.meridian.console.client;

import java.util.List;

/**
 * Somebody who is known beside the roster.
 *
 * @param zone in which they read times
 * @param manages codes of the regions that they manage
 */
public record KnownPerson(String name, String zone, List<String> manages) {}
