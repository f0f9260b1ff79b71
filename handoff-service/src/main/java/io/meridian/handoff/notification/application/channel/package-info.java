/**
 * The ways to reach people: mail, and messages posted to URLs that people wrote into a calendar.
 */
@NullMarked
package io.meridian.handoff.notification.application.channel;

import org.jspecify.annotations.NullMarked;
