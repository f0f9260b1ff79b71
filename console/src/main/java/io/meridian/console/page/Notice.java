package io.meridian.console.page;

/**
 * What became of what the reader did last.
 *
 * @param text in words
 * @param bad whether it was refused
 */
public record Notice(String text, boolean bad) {}
