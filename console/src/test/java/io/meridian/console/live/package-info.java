/** What changed, told to pages by name. */
package io.meridian.console.live;
