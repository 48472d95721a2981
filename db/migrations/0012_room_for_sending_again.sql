ALTER TABLE "invitations" SET (fillfactor = 50);
