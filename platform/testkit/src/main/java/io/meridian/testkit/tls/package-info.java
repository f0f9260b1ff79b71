/** Certificates for servers that prove who they are. */
@NullMarked
package io.meridian.testkit.tls;

import org.jspecify.annotations.NullMarked;
