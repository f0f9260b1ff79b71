/**
 * The ways to reach people: mail, and messages posted to URLs that people wrote into a calendar.
 */
@NullMarked
package io.meridian.handoff.application.notification.channel;

import org.jspecify.annotations.NullMarked;
