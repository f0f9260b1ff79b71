/** The customer service: see docs/architecture.md for what it owns. */
package io.meridian.customer;
