/** Notification: what people are told, by message and by stream. */
package io.meridian.handoff.notification;
