package io.meridian.events;

/** A TAM as others show them: the id on the roster and the name at the time of the event. */
public record Person(String id, String name) {}
