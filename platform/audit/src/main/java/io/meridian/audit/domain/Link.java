package io.meridian.audit.domain;

/**
 * A sealed entry.
 *
 * @param position counts links from 1 without a hole
 * @param entry its canonical bytes, as they are stored now
 * @param previous the hash of the link before, as it was when this one was sealed
 * @param hash what {@code previous} and the entry gave then
 */
public record Link(long position, byte[] entry, Hash previous, Hash hash) {

  @Override
  public byte[] entry() {
    return entry.clone();
  }

  public Link {
    entry = entry.clone();
  }
}
