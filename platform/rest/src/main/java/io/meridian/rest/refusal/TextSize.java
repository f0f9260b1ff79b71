package io.meridian.rest.refusal;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * {@code @Size} of text counts characters as JSON Schema does (code points, section 6.3 of its
 * validation), where the validator's own counts units of UTF-16. Found as a service; it wins since
 * it is for {@code String}, the other for {@code CharSequence}.
 */
public final class TextSize implements ConstraintValidator<Size, String> {
  private int least;
  private int most;

  @Override
  public void initialize(Size size) {
    least = size.min();
    most = size.max();
  }

  @Override
  public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
    if (text == null) {
      return true;
    }
    int characters = text.codePointCount(0, text.length());
    return characters >= least && characters <= most;
  }
}
