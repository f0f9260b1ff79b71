/** What customers of a tier were promised. */
package io.meridian.customer.sla;
