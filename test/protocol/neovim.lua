-- Opens an article in a real Neovim, waits for its problems, fixes what is safe, and undoes it in one step.
-- The environment names the server's bundle, the article, and where the report goes (JSON).
local server, article, report = vim.env.SERVER, vim.env.ARTICLE, vim.env.REPORT
local cmd = { 'node', server, '--stdio' }

if vim.lsp.config then
  -- The README's lines.
  vim.lsp.config('copydesk', { cmd = cmd, filetypes = { 'text' }, root_markers = { 'copydesk.json', '.git' } })
  vim.lsp.enable('copydesk')
else
  -- The same before Neovim 0.11.
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'text',
    callback = function(event)
      local id = vim.lsp.start_client({ name = 'copydesk', cmd = cmd, root_dir = vim.fn.fnamemodify(article, ':h') })
      vim.lsp.buf_attach_client(event.buf, id)
    end,
  })
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n'
end

local function count()
  return #vim.diagnostic.get(0)
end

vim.cmd('filetype on')
vim.cmd('edit ' .. vim.fn.fnameescape(article))
vim.wait(10000, function() return count() > 0 end, 10)

local found = vim.tbl_map(function(diagnostic)
  return {
    line = diagnostic.lnum,
    column = diagnostic.col,
    code = diagnostic.code,
    source = diagnostic.source,
    message = diagnostic.message,
  }
end, vim.diagnostic.get(0))

-- What `vim.lsp.buf.code_action()` does when the first entry is chosen.
vim.ui.select = function(items, _, choose) choose(items[1], 1) end
vim.lsp.buf.code_action({ context = { only = { 'source.fixAll.copydesk' }, diagnostics = {} } })
vim.wait(10000, function() return count() == 0 end, 10)
local fixed, left = text(), count()

vim.cmd('silent undo')
local undone = text()
vim.wait(10000, function() return count() > 0 end, 10)

local out = io.open(report, 'w')
out:write(vim.fn.json_encode({ found = found, fixed = fixed, left = left, undone = undone, again = count() }))
out:close()
vim.cmd('qall!')
