package io.meridian.console.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What became of a test message.
 *
 * @param target the address without what could be a secret
 * @param taken whether the provider took it
 * @param failure why it did not; null when it did
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChannelTest(String kind, String target, boolean taken, @Nullable String failure) {}
