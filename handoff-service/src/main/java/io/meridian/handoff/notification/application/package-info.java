/**
 * Telling people: notices from what the engine has published, messages from notices, and their way
 * to the provider. Nothing here is on the way of a handoff: it reads what was published, and sends
 * at its own pace (docs/adr: notifications).
 */
@NullMarked
package io.meridian.handoff.notification.application;

import org.jspecify.annotations.NullMarked;
