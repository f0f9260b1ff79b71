/** Stands in for the services: answers what a test tells it, and remembers what it was asked. */
package io.meridian.console.stub;
