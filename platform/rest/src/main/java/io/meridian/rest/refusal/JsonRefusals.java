package io.meridian.rest.refusal;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.text.StorableText;
import java.util.stream.Collectors;

/** What is wrong with a JSON body, told without the parser's words: those name classes. */
final class JsonRefusals {
  private JsonRefusals() {}

  static Problem of(JsonProcessingException e) {
    if (e.getCause() instanceof Problem problem) {
      return problem;
    }
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          Problem.invalid(pointer(unknown), "unknown-field", "is not a field of this request");
      case InvalidNullException absent ->
          Problem.invalid(pointer(absent), "null", "must not be null");
      case InvalidFormatException text
          when text.getTargetType() == String.class && text.getValue() instanceof String value ->
          Problem.invalid(
              pointer(text), "wrong-type", StorableText.fault(value).orElse("is not acceptable"));
      case MismatchedInputException mismatch ->
          Problem.invalid(
              pointer(mismatch), "wrong-type", "must be " + TypeWords.of(mismatch.getTargetType()));
      case JsonMappingException m when m.getCause() instanceof InputCoercionException number ->
          Problem.invalid(
              pointer(m), "wrong-type", "must be " + TypeWords.of(number.getTargetType()));
      case JsonMappingException mapping when mapping.getCause() instanceof StreamReadException s ->
          malformed(s);
      case JsonMappingException m when m.getCause() instanceof StreamConstraintsException ->
          tooMuch();
      case JsonMappingException mapping ->
          Problem.invalid(pointer(mapping), "invalid", "is not acceptable");
      case StreamConstraintsException beyond -> tooMuch();
      default -> malformed(e);
    };
  }

  /** RFC 6901 pointer to where the parser stood; empty for the whole body. */
  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(r -> r.getFieldName() == null ? Integer.toString(r.getIndex()) : r.getFieldName())
        .map(JsonRefusals::token)
        .collect(Collectors.joining());
  }

  /** One step of an RFC 6901 pointer, as far as it can be written in an answer. */
  static String token(String name) {
    return "/" + StorableText.mended(name).replace("~", "~0").replace("/", "~1");
  }

  private static Problem tooMuch() {
    return Problem.invalid(
        "", "too-complex", "The body is nested too deep, or has too many or too long parts");
  }

  private static Problem malformed(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return Problem.invalid("", "malformed-json", "The body is not well-formed JSON" + where);
  }
}
