/** Intake: what people ask to open and what ticketing systems tell, taken together. */
package io.meridian.escalation.intake;
