package dev.shardline.recipe;

import dev.shardline.failure.MalformedDataException;

/// Where a step hands on what it made. What is emitted runs through the rest of the recipe before
/// the call returns, so that a step which emits many holds no more than one of them at a time.
/// Belongs to one call of [Step#apply]; not to be kept.
public interface Emitter {
  /// Hands one item to the next step.
  ///
  /// @throws MalformedDataException if a later step cannot use it; to be let through
  void emit(Item item) throws MalformedDataException;

  /// Leaves the item out by a rule of the recipe. The sample is recorded as dropped if none of its
  /// items is written.
  ///
  /// @param rule the rule's name, kebab-case: `too-little-foreground`
  /// @param detail what was found against what was asked
  void drop(String rule, String detail);
}
