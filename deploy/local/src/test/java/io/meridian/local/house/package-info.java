/**
 * What the whole house must keep, checked by machine from the outside: the Kafka log is read back,
 * the ledgers are recomputed by a second, independent and deliberately plain algorithm, and the
 * answers of the services are compared with it to the millisecond.
 */
package io.meridian.local.house;
