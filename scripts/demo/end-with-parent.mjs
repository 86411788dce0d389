// Loaded first into bot and emulator by `npm start`: when the channel to the one that started them closes, because it
// wants them to stop or because it was killed, they stop as they do on SIGTERM. So nothing is left behind on the ports.
process.on("disconnect", () => {
  // Too early for anybody to have asked for the signal means that nothing is open yet.
  if (!process.emit("SIGTERM", "SIGTERM")) process.exit(0);
});
// The channel alone must not keep a program alive that has nothing more to do.
process.channel?.unref();
