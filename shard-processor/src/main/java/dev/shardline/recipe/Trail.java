package dev.shardline.recipe;

/// The way an item took through a recipe: the place of every step it passed, and which of that
/// step's items it is. Two items of one sample at the same step never share a trail.
///
/// @param text `1:decode#0/2:windows#17`
public record Trail(String text) {
  /// Before the first step.
  public static final Trail START = new Trail("");

  /// The trail one step further.
  ///
  /// @param position the step's position in the recipe, from 1
  /// @param step the step's name
  /// @param emission which of the items it gave for its input this is, from 0
  public Trail then(int position, String step, int emission) {
    String place = position + ":" + step + "#" + emission;
    return new Trail(text.isEmpty() ? place : text + "/" + place);
  }

  @Override
  public String toString() {
    return text;
  }
}
