/** What people see, in a real browser. */
package io.meridian.console.browser;
