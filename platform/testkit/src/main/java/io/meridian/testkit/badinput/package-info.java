/**
 * Bad input to every endpoint that a service describes: each must answer the right refusal as a
 * problem, and leave the database as it was. A new endpoint is in the matrix by being described.
 */
package io.meridian.testkit.badinput;
