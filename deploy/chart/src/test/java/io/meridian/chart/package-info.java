/** What holds of the Helm chart, its rules and its dashboards, without a cluster. */
@NullMarked
package io.meridian.chart;

import org.jspecify.annotations.NullMarked;
