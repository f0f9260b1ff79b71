/** Who may act on which escalation: replicas of offers, duties and assignments, and the rule. */
package io.meridian.escalation.scope;
