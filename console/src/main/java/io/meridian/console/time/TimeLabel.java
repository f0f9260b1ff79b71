package io.meridian.console.time;

/**
 * An instant, or a stretch, as it is shown.
 *
 * @param iso the instant in UTC, for programs
 * @param text for the reader
 * @param title what stands behind it: UTC
 * @param counted whether the page counts down to it
 */
public record TimeLabel(String iso, String text, String title, boolean counted) {}
