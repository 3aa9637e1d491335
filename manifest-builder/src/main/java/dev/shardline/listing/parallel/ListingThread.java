package dev.shardline.listing.parallel;

import dev.shardline.storage.ListRequest.Depth;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.PermissionDeniedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Asks for one page after another, whichever the frontier says, until there is none to ask for.
///
/// @param frontier shared with the other threads
record ListingThread(Frontier frontier) implements Runnable {
  @Override
  public void run() {
    try {
      for (Optional<Question> next = frontier.next(); next.isPresent(); next = frontier.next()) {
        ask(next.get());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the listing has ended
    }
  }

  private void ask(Question question) {
    try {
      tell(question);
    } catch (IOException | RuntimeException failure) {
      frontier.fail(question.territory(), failure);
    }
  }

  private void tell(Question question) throws IOException {
    switch (question) {
      case Question.Keys(Territory territory, String after) ->
          frontier.answered(
              territory, after, territory.ask(territory.prefix(), after, Depth.RECURSIVE));
      case Question.Folders(Territory territory, Folder folder) ->
          frontier.probed(territory, folder, folders(territory, folder));
    }
  }

  /// Folders only help to share the work out: one that may not be asked about is listed with the
  /// rest.
  private static ObjectPage folders(Territory territory, Folder folder) throws IOException {
    try {
      return territory.ask(folder.location(), "", Depth.SHALLOW);
    } catch (PermissionDeniedException _) {
      return new ObjectPage(List.of(), List.of(), false);
    }
  }
}
