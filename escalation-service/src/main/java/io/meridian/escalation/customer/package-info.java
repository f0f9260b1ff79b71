/** Customers: what they are called, by us and by other systems; a replica. */
package io.meridian.escalation.customer;
