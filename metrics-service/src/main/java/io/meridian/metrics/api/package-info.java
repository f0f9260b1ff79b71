/**
 * HTTP in: parameters to queries, answers to views. TAMs may read what managers read: nobody can
 * get better at handing over without seeing how it went.
 */
@NullMarked
package io.meridian.metrics.api;

import org.jspecify.annotations.NullMarked;
