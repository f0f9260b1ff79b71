/** What those who run the service ask it for, the same in every service. */
package io.meridian.rest.api;
