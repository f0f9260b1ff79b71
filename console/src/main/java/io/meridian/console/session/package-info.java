/** Who reads: login, logout, and the rules that keep others out. */
@NullMarked
package io.meridian.console.session;

import org.jspecify.annotations.NullMarked;
