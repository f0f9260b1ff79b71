package io.meridian.rest.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where: an RFC 6901 pointer into the body ({@code /severity}, empty for the whole
 *     body), {@code ?name} for a query parameter, {@code header:Name} for a header
 * @param code what is wrong, for programs: lower-case words with hyphens, e.g. {@code too-long}
 * @param detail what is wrong, for people
 */
public record Violation(String pointer, String code, String detail) {}
