/**
 * Leadership by a Lease of the cluster: one small object that whoever leads writes anew every
 * second.
 */
@NullMarked
package io.meridian.kubernetes.lease;

import org.jspecify.annotations.NullMarked;
