package io.meridian.audit.chain;

import io.meridian.audit.domain.Head;
import io.meridian.audit.domain.Link;
import io.meridian.audit.retention.Retention;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What is sealed into a chain a moment after it was written. Every CDI bean of this type is. It is
 * forgotten by whole months: the last link that went stays as the root.
 */
public interface SealedChain extends Retention {

  /** What the chain is called in this service, for ever. */
  String name();

  /** Links that one verification looks at, at most, by a hundred statements: a multiple of that. */
  int linksMax();

  /**
   * Adds links for what was written and is not sealed yet, or for a part of it; nobody else does so
   * meanwhile.
   *
   * @return how much was sealed, 0 when nothing waits
   */
  Uni<Integer> seal(UnitOfWork unit);

  /** The last link. */
  Uni<Head> head(UnitOfWork unit);

  /** The link at a position; {@link Head#NONE} when there is none. */
  Uni<Head> at(UnitOfWork unit, long position);

  /** The last link that was forgotten, after which the chain begins; else {@link Head#NONE}. */
  Uni<Head> root(UnitOfWork unit);

  /** The links after a position, in order, with what is in them now. */
  Uni<List<Link>> links(UnitOfWork unit, long after, int limit);
}
