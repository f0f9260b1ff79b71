/**
 * The calendar in use: applying a document, the roster in force (history for what has begun, rules
 * for the rest), and what managers ask about it.
 */
@NullMarked
package io.meridian.handoff.calendar.application;

import org.jspecify.annotations.NullMarked;
