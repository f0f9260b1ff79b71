/** Whether whoever calls as a TAM is one still: the role holds while the roster has them. */
@NullMarked
package io.meridian.roster;

import org.jspecify.annotations.NullMarked;
