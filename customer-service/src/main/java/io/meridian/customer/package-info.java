/**
 * Who the customers are, what support they are entitled to, and which TAM looks after them in which
 * region. Other services keep replicas of it, fed by {@link io.meridian.events.CustomerEvent}.
 */
@NullMarked
package io.meridian.customer;

import org.jspecify.annotations.NullMarked;
