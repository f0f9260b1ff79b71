package io.meridian.customer.customer.domain;

import io.meridian.customer.directory.domain.Directory;

/**
 * Why a change is not accepted.
 *
 * @param pointer RFC 6901 pointer to the value in the request
 * @param tam the TAM that cannot be assigned
 */
public record Refusal(String pointer, Directory.Objection objection, String tam) {}
