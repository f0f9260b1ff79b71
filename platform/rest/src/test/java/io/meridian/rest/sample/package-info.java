/** A tiny resource on which the refusals of every service are shown. */
package io.meridian.rest.sample;
