package dev.shardline.listing.parallel;

/// What a thread is to ask the server.
sealed interface Question {
  Territory territory();

  /// Which keys follow a key?
  record Keys(Territory territory, String after) implements Question {}

  /// Which folders lie in a folder?
  record Folders(Territory territory, Folder folder) implements Question {}
}
