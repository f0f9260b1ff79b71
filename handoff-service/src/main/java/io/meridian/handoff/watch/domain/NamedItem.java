package io.meridian.handoff.watch.domain;

/** A watch item with the name by which people know its customer. */
public record NamedItem(WatchItem item, String customer) {}
