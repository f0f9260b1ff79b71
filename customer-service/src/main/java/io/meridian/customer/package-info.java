/**
 * The customer service: see docs/architecture.md for what it owns. Other services keep replicas of
 * it, fed by {@link io.meridian.events.CustomerEvent}.
 */
package io.meridian.customer;
