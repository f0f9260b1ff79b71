/** Whether the chains of a house are still those whose heads were told to its broker. */
@NullMarked
package io.meridian.local.audit;

import org.jspecify.annotations.NullMarked;
